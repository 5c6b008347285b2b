import type { ComponentType, MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/use-texts.js';
import styles from './buttons.module.css';

type Icon = ComponentType<{ 'aria-hidden'?: boolean }>;

interface ActProps {
  children: string;
  onClick?: (event: MouseEvent) => void;
  icon?: Icon;
  /** Shows that the act is under way and refuses a second press; focus stays. */
  busy?: boolean;
  disabled?: boolean;
  type?: 'button' | 'submit';
  fullWidth?: boolean;
  id?: string;
  /** Fuller name when the visible words repeat in a list; begins with the visible words. */
  accessibleName?: string;
}

const variants = { primary: 'default', secondary: 'secondary', quiet: 'secondaryNoBorder' } as const;

const Act = ({
  kind,
  busy,
  icon: Icon,
  children,
  onClick,
  accessibleName,
  type = 'button',
  ...rest
}: ActProps & { kind: keyof typeof variants }) => {
  const ui = useTexts(uiTexts);
  return (
    <Button
      {...rest}
      type={type}
      variant={variants[kind]}
      className={kind === 'quiet' ? styles.quietAct : undefined}
      aria-label={accessibleName}
      icon={Icon ? <Icon aria-hidden /> : undefined}
      onClick={onClick}
      loading={busy ? true : undefined}
      ariaLoadingText={ui.saving}
      aria-disabled={busy ? true : undefined}
    >
      {children}
    </Button>
  );
};

/** The one thing to do here; one on a screen. */
export const PrimaryButton = (props: ActProps) => <Act kind="primary" {...props} />;
export const SecondaryButton = (props: ActProps) => <Act kind="secondary" {...props} />;
/** Without edges, for small acts in lists. */
export const QuietButton = (props: ActProps) => <Act kind="quiet" {...props} />;

interface LinkButtonProps {
  to: string;
  kind?: keyof typeof variants;
  icon?: Icon;
  state?: unknown;
  accessibleName?: string;
  children: ReactNode;
}

/** A link that looks like a button: it leads somewhere, it does nothing. */
export const LinkButton = ({
  to,
  kind = 'primary',
  icon: Icon,
  state,
  accessibleName,
  children,
}: LinkButtonProps) => (
  <Link className={`${styles.link} ${styles[kind]}`} to={to} state={state} aria-label={accessibleName}>
    {Icon && <Icon aria-hidden />}
    {children}
  </Link>
);
