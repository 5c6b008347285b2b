// A table that is laid out as cards is one no more for who listens, unless its parts say so themselves.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import { type ReactNode, useId } from 'react';
import styles from './data-table.module.css';

export interface Column<Row> {
  id: string;
  heading: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The cell that names its row for screen readers. */
  isRowHeading?: boolean;
  align?: 'start' | 'end';
}

interface DataTableProps<Row> {
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** `tight` for queues of many rows (44 px), `comfortable` otherwise. */
  density?: 'tight' | 'comfortable';
  stacks?: boolean;
}

/**
 * A table that scrolls inside itself on a narrow screen instead of widening the page. With `stacks` a phone shows each row
 * as a card of its own instead; the roles keep it a table for who listens.
 */
export const DataTable = <Row,>({
  caption,
  showCaption = false,
  columns,
  rows,
  keyOf,
  density = 'comfortable',
  stacks = false,
}: DataTableProps<Row>) => {
  const id = useId();
  return (
    // The scrolling box takes focus so that a keyboard can scroll it (axe scrollable-region-focusable).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.scroll} aria-labelledby={id} tabIndex={0}>
      <table role="table" className={`${styles.table} ${styles[density]} ${stacks ? styles.stacks : ''}`}>
        <caption id={id} className={showCaption ? styles.caption : 'visually-hidden'}>
          {caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ id: column, heading, align }) => (
              <th
                key={column}
                role="columnheader"
                scope="col"
                className={align === 'end' ? styles.end : undefined}
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map(({ id: column, cell, isRowHeading, align }) =>
                isRowHeading ? (
                  <th key={column} role="rowheader" scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={column} role="cell" className={align === 'end' ? styles.end : undefined}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
