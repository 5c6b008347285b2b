import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const unpacked = fileURLToPath(new URL('../../var/chromium', import.meta.url));

/** The package's own names folders of the cloud it was made for. */
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(unpacked, 'fonts', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(unpacked, 'fonts', 'cache')}</cachedir>
</fontconfig>
`;

/**
 * Unpacks the Chromium inside the npm package, its libraries and fonts, to var/chromium: once, and whole or not at all.
 * The package itself would use the shared temporary folder, where anybody could lay a program in wait.
 */
export async function unpackChromium(): Promise<string> {
  if (existsSync(unpacked)) return unpacked;
  const begun = `${unpacked}-${process.pid}`;
  mkdirSync(begun, { recursive: true, mode: 0o700 });
  const { default: packed } = await import('@sparticuz/chromium');
  // The second variable makes it unpack the libraries too.
  await withEnvironment({ TMPDIR: begun, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' }, () =>
    packed.executablePath(),
  );
  writeFileSync(join(begun, 'fonts', 'fonts.conf'), fontsConfiguration);
  if (existsSync(unpacked)) rmSync(begun, { recursive: true });
  else renameSync(begun, unpacked);
  return unpacked;
}

async function withEnvironment(wanted: Record<string, string>, work: () => Promise<unknown>): Promise<void> {
  const before = Object.keys(wanted).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, wanted);
  try {
    await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
