declare module 'jest-axe' {
  interface Violations {
    violations: unknown[];
  }
  export const axe: (html: Element | string, options?: object) => Promise<Violations>;
  export const toHaveNoViolations: jest.ExpectExtendMap;
}

declare namespace jest {
  interface Matchers<R> {
    toHaveNoViolations: () => R;
  }
}
