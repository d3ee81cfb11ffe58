// SPDX-License-Identifier: Apache-2.0
// A table that is displayed as blocks loses its roles in some browsers, so they are said.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { cx } from '@/lib/cx';

import { FailedState } from './failed-state';
import { RowBones } from './skeleton';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end. */
  isFigure?: boolean;
  /** On a phone the value explains itself without its header. */
  isPlain?: boolean;
  /** What can be done with the row: on a phone beside its first line. */
  isMenu?: boolean;
};

type DataListProps<Row> = {
  label: string;
  /** The four looks: pending, failed, empty, filled. */
  list: { isPending: boolean; error: unknown; rows: readonly Row[] | undefined; retry: () => void };
  empty: ReactNode;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** Where the first column's text leads, if anywhere; the whole row is its target. */
  rowHref?: (row: Row) => string | undefined;
  /** The reader is about to open a row: the moment to fetch what it shows. */
  onIntent?: (row: Row) => void;
  /** The row whose object is shown beside the list. */
  isCurrent?: (row: Row) => boolean;
  /** Many rows of figures: less air, and everything on one line. */
  isDense?: boolean;
};

/** A list of like things: a table on a wide screen, stacked rows on a phone. */
export function DataList<Row>({ label, list, empty, columns, rowKey, rowHref, onIntent, isCurrent, isDense = false }: DataListProps<Row>) {
  if (list.isPending) return <RowBones />;
  if (!list.rows) return <FailedState error={list.error} onRetry={list.retry} />;
  if (list.rows.length === 0) return empty;
  return (
    <div className="@container">
      <table role="table" aria-label={label} className="w-full border-collapse text-start max-md:block">
        <thead role="rowgroup" className="max-md:sr-only">
          <tr role="row" className="border-b border-line">
            {columns.map((column) => (
              <th key={column.key} role="columnheader" scope="col" className={cx('py-2 pe-6 text-note font-plain text-soft last:pe-0', column.isFigure || column.isMenu ? 'text-end whitespace-nowrap' : 'text-start')}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-md:block">
          {list.rows.map((row) => (
            <tr key={rowKey(row)} role="row" onPointerEnter={() => onIntent?.(row)} onFocus={() => onIntent?.(row)} className={cx('relative border-b border-line max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-4 max-md:gap-y-1 max-md:py-3', rowHref?.(row) && 'hover:bg-well', isCurrent?.(row) && 'lg:bg-well')}>
              {columns.map((column, at) => (
                <Cell key={column.key} column={column} row={row} isFirst={at === 0} isDense={isDense} hasMenu={columns.some(({ isMenu }) => isMenu)} href={at === 0 ? rowHref?.(row) : undefined} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps<Row> = { column: Column<Row>; row: Row; isFirst: boolean; isDense: boolean; hasMenu: boolean; href: string | undefined };

function Cell<Row>({ column, row, isFirst, isDense, hasMenu, href }: CellProps<Row>) {
  const content = column.cell(row);
  return (
    <td
      role="cell"
      className={cx(
        'md:pe-6 md:last:pe-0',
        isDense ? 'align-middle md:py-1' : 'align-baseline md:py-4',
        column.isFigure && 'figures max-md:last:ms-auto md:text-end',
        column.isFigure && isDense && 'md:whitespace-nowrap',
        column.isMenu && 'max-md:absolute max-md:end-0 max-md:top-1 md:text-end',
        !column.isFigure && !column.isMenu && 'md:min-w-28',
        isFirst ? 'font-strong max-md:basis-full' : 'max-md:text-small',
        isFirst && hasMenu && 'max-md:pe-12',
      )}
    >
      {!isFirst && !column.isPlain && !column.isMenu && <span className="text-soft md:hidden">{column.header} </span>}
      {href ? (
        <Link to={href} className="after:absolute after:inset-0">
          {content}
        </Link>
      ) : (
        content
      )}
    </td>
  );
}
