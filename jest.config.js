/** Screens run from their source in jsdom; `shared` is made CommonJS for them. */
const swc = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];

/** One project per kind of test; `npx jest --selectProjects shared`. Compiled files are run: `npx tsc -b` first. */
const compiled = { runner: 'jest-light-runner', transform: {} };

export default {
  // At least two: with one worker jest-light-runner runs in Jest's own thread and falls over at the second project.
  maxWorkers: 2,
  projects: [
    {
      ...compiled,
      displayName: 'shared',
      testMatch: ['<rootDir>/shared/dist/**/*.test.js'],
    },
    {
      ...compiled,
      displayName: 'backend',
      testMatch: ['<rootDir>/backend/dist/**/*.test.js'],
      globalSetup: '<rootDir>/jest.global-setup.js',
      globalTeardown: '<rootDir>/jest.global-teardown.js',
    },
    {
      displayName: 'frontend',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/frontend/src/**/*.test.ts', '<rootDir>/frontend/src/**/*.test.tsx'],
      setupFiles: ['<rootDir>/frontend/src/testing/setup.cjs'],
      setupFilesAfterEnv: ['<rootDir>/frontend/src/testing/matchers.ts'],
      moduleNameMapper: {
        '\\.css$': '<rootDir>/frontend/src/testing/class-names.cjs',
        '^@rinnalla/shared/(.*)$': '<rootDir>/shared/src/$1.ts',
        '^(\\.{1,2}/.*)\\.js$': '$1',
      },
      transform: { '^.+\\.tsx?$': swc },
    },
    {
      ...compiled,
      displayName: 'browser',
      testMatch: ['<rootDir>/browser/dist/**/*.test.js'],
      globalSetup: '<rootDir>/jest.browser-setup.js',
      globalTeardown: '<rootDir>/jest.global-teardown.js',
    },
  ],
};
