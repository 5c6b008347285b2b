import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { IconSend } from 'suomifi-icons';
import { formatLongDate, hourOf } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { paths } from '../../../platform/paths.js';
import { useMember } from '../../../platform/session.js';
import { LinkButton } from '../../../ui/buttons.js';
import { Page } from '../../../ui/page.js';
import { Loaded } from '../../../ui/states.js';
import { todayQuery } from '../referral.queries.js';
import { useReferralLive } from '../use-referral-live.js';
import { TodayLists } from './today-lists.js';

const useGreeting = (): string => {
  const { greeting } = useTexts(screenTexts).today;
  const { person } = useMember();
  const hour = hourOf(useNow());
  const greet = hour < 10 ? greeting.morning : hour < 18 ? greeting.day : greeting.evening;
  return greet(person.givenName);
};

/** The sender's day. */
export const TodayPage = ({ notices }: { notices?: ReactNode }) => {
  const { today: t } = useTexts(screenTexts);
  const language = useLanguage();
  const now = useNow();
  const today = useQuery(todayQuery);
  useReferralLive();
  return (
    <Page
      title={useGreeting()}
      lead={formatLongDate(now, language)}
      actionsStay
      actions={
        <LinkButton to={paths.refer} icon={IconSend}>
          {t.refer}
        </LinkButton>
      }
    >
      {notices}
      <Loaded query={today} rows={4}>
        {(day) => <TodayLists day={day} />}
      </Loaded>
    </Page>
  );
};
