import type { MemberStatus } from '@rinnalla/shared/organization/member-status';
import { IconMailSend } from 'suomifi-icons';
import { peopleTexts } from '../../i18n/people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { StatusLabel, type Tone } from '../../ui/status-label.js';

const tones: Record<MemberStatus, Tone> = {
  invited: 'info',
  coming: 'info',
  active: 'ok',
  ending: 'warn',
  ended: 'neutral',
};

export const MemberStatusLabel = ({ status }: { status: MemberStatus }) => {
  const { statuses } = useTexts(peopleTexts);
  return (
    <StatusLabel tone={tones[status]} {...(status === 'invited' && { icon: IconMailSend })}>
      {statuses[status]}
    </StatusLabel>
  );
};
