import { attachmentStates, mayDownload } from './attachment-rules.js';

describe('an attached file', () => {
  it('is downloaded once a scanner has found it clean, or where there is none, and in no other state', () => {
    expect(attachmentStates.filter(mayDownload)).toEqual(['unscanned', 'clean']);
  });
});
