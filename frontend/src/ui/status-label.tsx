import type { ComponentType, ReactNode } from 'react';
import { IconCheckCircle, IconClock, IconInfo, IconMinus, IconWarning } from 'suomifi-icons';
import styles from './status-label.module.css';

type IconType = ComponentType<{ className?: string; 'aria-hidden'?: boolean }>;

/** How it stands: words first, then the icon, colour last. */
export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'danger';

const icons: Record<Tone, IconType> = {
  neutral: IconMinus,
  info: IconInfo,
  ok: IconCheckCircle,
  warn: IconClock,
  danger: IconWarning,
};

interface StatusLabelProps {
  tone?: Tone;
  icon?: IconType;
  children: ReactNode;
}

/** A state in words with an icon; readable without colour. */
export const StatusLabel = ({ tone = 'neutral', icon, children }: StatusLabelProps) => {
  const Icon = icon ?? icons[tone];
  return (
    <span className={`${styles.label} ${styles[tone]}`}>
      <Icon className={styles.icon} aria-hidden />
      <span>{children}</span>
    </span>
  );
};
