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
  ],
};
