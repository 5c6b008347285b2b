import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import styles from './tabs.module.css';

export interface Tab {
  id: string;
  label: string;
  /** How many unread or unfinished, told in words by `countLabel`. */
  count?: number;
  countLabel?: string;
  content: ReactNode;
}

interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  selected: string;
  onSelect: (id: string) => void;
}

/** Tabs by the ARIA authoring pattern: one stop for Tab, arrows between, content follows focus. */
export const Tabs = ({ label, tabs, selected, onSelect }: TabsProps) => {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const position = Math.max(
    0,
    tabs.findIndex(({ id }) => id === selected),
  );
  const move = (event: KeyboardEvent): void => {
    const last = tabs.length - 1;
    const steps: Record<string, number> = {
      ArrowRight: position === last ? 0 : position + 1,
      ArrowLeft: position === 0 ? last : position - 1,
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    const tab = next === undefined ? undefined : tabs[next];
    if (next === undefined || !tab) return;
    event.preventDefault();
    onSelect(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <div className={styles.tabs}>
      <div
        ref={list}
        className={styles.list}
        role="tablist"
        tabIndex={-1}
        aria-label={label}
        onKeyDown={move}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-tab-${tab.id}`}
            className={styles.tab}
            aria-selected={tab.id === tabs[position]?.id}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === tabs[position]?.id ? 0 : -1}
            onClick={() => onSelect(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && tab.count > 0 && (
              <span className={styles.count}>
                {tab.count}
                <span className="visually-hidden"> {tab.countLabel}</span>
              </span>
            )}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${base}-panel`}
        className={styles.panel}
        aria-labelledby={`${base}-tab-${tabs[position]?.id}`}
        tabIndex={0}
      >
        {tabs[position]?.content}
      </div>
    </div>
  );
};
