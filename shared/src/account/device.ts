export const browsers = ['edge', 'firefox', 'chrome', 'safari', 'other'] as const;
export const systems = ['windows', 'android', 'ios', 'macos', 'linux', 'other'] as const;

/** What a person recognizes in the list of their sessions. The header itself is not kept: it tells too much. */
export interface Device {
  browser: (typeof browsers)[number];
  system: (typeof systems)[number];
}

const browserSigns: [Device['browser'], RegExp][] = [
  ['edge', /Edg/],
  ['firefox', /Firefox|FxiOS/],
  ['chrome', /Chrome|CriOS/],
  ['safari', /Safari/],
];
const systemSigns: [Device['system'], RegExp][] = [
  ['windows', /Windows/],
  ['android', /Android/],
  ['ios', /iPhone|iPad/],
  ['macos', /Macintosh/],
  ['linux', /Linux|X11/],
];

/** Browser and system from a User-Agent header, in words. */
export const deviceOf = (userAgent = ''): Device => ({
  browser: browserSigns.find(([, sign]) => sign.test(userAgent))?.[0] ?? 'other',
  system: systemSigns.find(([, sign]) => sign.test(userAgent))?.[0] ?? 'other',
});
