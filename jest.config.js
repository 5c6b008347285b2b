/** One project per kind of test; `npx jest --selectProjects shared`. Compiled files are run: `npx tsc -b` first. */
export default {
  projects: [
    {
      displayName: 'shared',
      runner: 'jest-light-runner',
      testMatch: ['<rootDir>/shared/dist/**/*.test.js'],
      transform: {},
    },
  ],
};
