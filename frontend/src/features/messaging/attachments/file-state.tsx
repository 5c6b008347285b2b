import type { AttachmentState } from '@rinnalla/shared/messaging/attachment-rules';
import { attachmentTexts } from '../../../i18n/attachment.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { StatusLabel, type Tone } from '../../../ui/status-label.js';

const tones: Record<AttachmentState, Tone> = {
  checking: 'info',
  notChecked: 'warn',
  unscanned: 'neutral',
  clean: 'ok',
  refused: 'danger',
};

/** How the check of a file stands, in words. */
export const FileState = ({ state }: { state: AttachmentState }) => {
  const { states } = useTexts(attachmentTexts);
  return <StatusLabel tone={tones[state]}>{states[state]}</StatusLabel>;
};
