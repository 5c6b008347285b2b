import { readStartOptions } from './start-options.js';

const withDemo = (environment: Record<string, string>, ...args: string[]) =>
  readStartOptions(args, environment).withDemo;

describe('the demonstration', () => {
  it('comes with a start for trying out, unless it is left out', () => {
    expect(withDemo({})).toBe(true);
    expect(withDemo({ NODE_ENV: 'development' })).toBe(true);
    expect(withDemo({}, '--no-demo')).toBe(false);
    expect(withDemo({ DEMO: 'false' })).toBe(false);
  });

  it('comes to production only for who says so', () => {
    expect(withDemo({ NODE_ENV: 'production' })).toBe(false);
    expect(withDemo({ NODE_ENV: 'production', DEMO: 'true' })).toBe(true);
    expect(withDemo({ NODE_ENV: 'production', DEMO: 'true' }, '--no-demo')).toBe(false);
  });
});
