import { safeFileName } from './attachment-name.js';
import { attachmentLimits, refusalBeforeUpload } from './attachment-rules.js';
import { byteLengthOf } from './message-rules.js';

describe('the name of a file', () => {
  it.each([
    ['suunnitelma.pdf', 'suunnitelma.pdf'],
    ['Ännän työtodistus, 2026.PDF', 'Ännän työtodistus, 2026.pdf'],
    ['muistio 1.2', 'muistio 1.2.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Windows\\System32\\calc.exe', 'calc.pdf'],
    ['lasku.pdf.exe', 'lasku.pdf'],
    ['lasku.exe.pdf', 'lasku.pdf'],
    ['lasku.exe .pdf', 'lasku.pdf'],
    ['lasku\u202Efdp.exe', 'laskufdp.pdf'],
    ['las\u0000ku\r\nset-cookie: a=1.pdf', 'laskuset-cookie_ a=1.pdf'],
    ['\u200B\u2066.pdf', 'liite.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['NUL.pdf', 'liite.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', '_img src=x onerror=alert(1)_.pdf'],
    ['\uD800.pdf', 'liite.pdf'],
    ['', 'liite.pdf'],
  ])('%j is saved as %j', (given, safe) => {
    expect(safeFileName(given, 'pdf')).toBe(safe);
  });

  it('is short enough for every file system, whatever its letters', () => {
    const name = safeFileName('😀'.repeat(5_000), 'docx');

    expect(byteLengthOf(name)).toBeLessThanOrEqual(attachmentLimits.maxNameBytes);
    expect(name).toMatch(/^😀{38}\.docx$/u);
  });
});

describe('what the browser refuses before sending', () => {
  it.each([
    [{ size: 5, type: 'application/pdf', name: 'a.pdf' }, undefined],
    [{ size: 5, type: '', name: 'KUVA.JPEG' }, undefined],
    [{ size: 0, type: 'application/pdf', name: 'a.pdf' }, 'empty'],
    [{ size: attachmentLimits.maxBytes + 1, type: 'application/pdf', name: 'a.pdf' }, 'tooLarge'],
    [{ size: 5, type: 'image/heic', name: 'IMG_1.HEIC' }, 'typeNotAccepted'],
  ])('%j: %s', (file, refusal) => {
    expect(refusalBeforeUpload(file)).toBe(refusal);
  });
});
