import { Problem } from '@rinnalla/shared/kernel/problem';
import type { AttachmentView } from '@rinnalla/shared/messaging/attachment-routes';
import { type FilePorts, PendingFiles } from './pending-files.js';

const view = (id: string, given: Partial<AttachmentView> = {}): AttachmentView => ({
  id,
  conversationId: 'c',
  name: 'suunnitelma.pdf',
  type: 'pdf',
  bytes: 5,
  state: 'checking',
  person: { personId: 'p', name: 'Sanna Koskinen', organizationId: 'o' },
  at: '2026-11-24T06:00:00.000Z',
  seq: null,
  ...given,
});
const pdf = (name = 'suunnitelma.pdf') => new File(['%PDF-'], name, { type: 'application/pdf' });
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('files of a message being written', () => {
  let discarded: string[];
  let answers: ((id: string) => Promise<AttachmentView>)[];
  let files: PendingFiles;
  beforeEach(() => {
    discarded = [];
    answers = [];
    let count = 0;
    const ports: FilePorts = {
      newId: () => `f${(count += 1)}`,
      send: (id, _file, { signal, onProgress }) => {
        onProgress(0.5);
        const answer = answers.shift();
        if (answer) return answer(id);
        return new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
        );
      },
      discard: async (id) => discarded.push(id),
    };
    files = new PendingFiles(ports);
  });
  const phases = () => files.getSnapshot().map(({ phase }) => phase);

  it('tell how far they are, and go with the message once they are there', async () => {
    answers = [async (id) => view(id)];
    files.add([pdf()]);
    const onTheWay = files.getSnapshot();
    await settled();

    expect(onTheWay).toMatchObject([{ phase: 'sending', progress: 0.5 }]);
    expect(files.take()).toEqual(['f1']);
    expect(files.getSnapshot()).toEqual([]);
  });

  it('that cannot be taken are refused before a byte is sent, and the others go on', async () => {
    answers = [async (id) => view(id)];
    files.add([new File([], 'tyhjä.pdf'), new File(['x'], 'ohjelma.exe'), pdf()]);
    await settled();

    expect(phases()).toEqual(['failed', 'failed', 'ready']);
    expect(files.getSnapshot().map(({ refusal }) => refusal?.reason)).toEqual([
      'empty',
      'typeNotAccepted',
      undefined,
    ]);
    expect(files.take()).toEqual(['f3']);
  });

  it('that were refused go without asking the server for what it has not', async () => {
    files.add([new File(['x'], 'ohjelma.exe')]);
    files.remove('f1');
    await settled();

    expect([files.getSnapshot(), discarded]).toEqual([[], []]);
  });

  it('that the server refused say why, and are sent again under the same id', async () => {
    answers = [() => Promise.reject(new Problem('unavailable')), async (id) => view(id)];
    files.add([pdf()]);
    await settled();
    const refused = files.getSnapshot();
    files.tryAgain('f1');
    await settled();

    expect(refused).toMatchObject([{ phase: 'failed', refusal: { code: 'unavailable' } }]);
    expect(files.take()).toEqual(['f1']);
  });

  it('can be cancelled in the middle, and leave nothing', async () => {
    files.add([pdf()]);
    files.remove('f1');
    await settled();

    expect([files.getSnapshot(), discarded]).toEqual([[], ['f1']]);
  });

  it('are no more than ten', async () => {
    files.add(Array.from({ length: 11 }, () => pdf()));

    expect(files.getSnapshot().at(-1)).toMatchObject({
      phase: 'failed',
      refusal: { reason: 'tooManyFiles' },
    });
  });

  it('of an earlier visit are there again, and those that were sent are not', async () => {
    answers = [async (id) => view(id)];
    files.add([pdf()]);
    await settled();
    files.take();

    files.merge([view('f1'), view('old', { state: 'clean' }), view('sent', { seq: 4 })]);

    expect(files.getSnapshot()).toMatchObject([{ id: 'old', phase: 'ready', state: 'clean' }]);
  });

  it('of a message that was taken back come back with it', async () => {
    answers = [async (id) => view(id)];
    files.add([pdf()]);
    await settled();

    files.giveBack(files.take());
    files.merge([view('f1')]);

    expect(files.getSnapshot()).toMatchObject([{ id: 'f1', phase: 'ready' }]);
  });
});
