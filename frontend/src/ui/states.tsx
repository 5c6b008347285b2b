import { Problem } from '@rinnalla/shared/kernel/problem';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { problemTexts } from '../i18n/problem.js';
import { uiTexts } from '../i18n/ui.js';
import { formatMoment } from '../i18n/dates.js';
import { useLanguage } from '../i18n/language.js';
import { useTexts } from '../i18n/use-texts.js';
import { useNow } from '../platform/clock.js';
import { paths } from '../platform/paths.js';
import { asProblem } from '../platform/query-client.js';
import { LinkButton, SecondaryButton } from './buttons.js';
import styles from './states.module.css';

const skeletonMs = 400;

/** Grey rows for the first 400 ms, then the words too: who waits longer is told what for. */
export const Loading = ({ text, rows = 3 }: { text?: string; rows?: number }) => {
  const ui = useTexts(uiTexts);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), skeletonMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.loading} aria-busy="true">
      <p role="status" className={slow ? styles.loadingText : 'visually-hidden'}>
        {slow ? (text ?? ui.loading) : ''}
      </p>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.skeleton} aria-hidden />
      ))}
    </div>
  );
};

/** Nothing here: why, and one thing to do about it. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) => (
  <div className={styles.empty}>
    <p className={styles.emptyTitle}>{title}</p>
    {children && <div className={styles.emptyText}>{children}</div>}
    {action}
  </div>
);

/** A read that failed: what happened, and trying again. */
export const ErrorState = ({ problem, retry }: { problem: Problem; retry?: () => void }) => {
  const ui = useTexts(uiTexts);
  const { problems } = useTexts(problemTexts);
  return (
    <div className={styles.error} role="alert">
      <p className={styles.emptyTitle}>{ui.errorHeading}</p>
      <p>{problems[problem.code]}</p>
      {problem.code === 'notSignedIn' ? (
        <LinkButton to={paths.signIn} kind="secondary">
          {ui.signIn}
        </LinkButton>
      ) : (
        retry && <SecondaryButton onClick={retry}>{ui.retry}</SecondaryButton>
      )}
    </div>
  );
};

interface LoadedProps<Data> {
  query: UseQueryResult<Data>;
  loadingText?: string;
  rows?: number;
  children: (data: Data) => ReactNode;
}

/** A read in its states: loading, failed, loaded; loaded but no longer fresh says since when. */
export const Loaded = <Data,>({ query, loadingText, rows, children }: LoadedProps<Data>) => {
  if (query.data === undefined) {
    if (query.isError)
      return <ErrorState problem={asProblem(query.error)} retry={() => void query.refetch()} />;
    return <Loading text={loadingText} rows={rows} />;
  }
  return (
    <>
      {query.isError && (
        <StaleNotice
          readAt={new Date(query.dataUpdatedAt).toISOString()}
          problem={asProblem(query.error)}
          retry={() => void query.refetch()}
        />
      )}
      {children(query.data)}
    </>
  );
};

const StaleNotice = ({ readAt, problem, retry }: { readAt: string; problem: Problem; retry: () => void }) => {
  const ui = useTexts(uiTexts);
  const { problems } = useTexts(problemTexts);
  const language = useLanguage();
  const now = useNow();
  return (
    <div className={styles.stale} role="status">
      <span>
        {problems[problem.code]} {ui.updated(formatMoment(readAt, language, now))}.
      </span>
      <SecondaryButton onClick={retry}>{ui.retry}</SecondaryButton>
    </div>
  );
};

/** An act that was refused, beside the act: the sentence of the code, or a finer one for the reason. */
export const ProblemNotice = ({
  problem,
  sentence,
}: {
  problem: Problem | null | undefined;
  sentence?: string;
}) => {
  const ui = useTexts(uiTexts);
  const { problems, reasons } = useTexts(problemTexts);
  return (
    <div role="alert">
      {problem && (
        <div className={styles.error}>
          <p className={styles.emptyTitle}>{ui.problemHeading}</p>
          <p>{sentence ?? reasons[problem.extra.reason ?? ''] ?? problems[problem.code]}</p>
        </div>
      )}
    </div>
  );
};
