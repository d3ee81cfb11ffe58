// SPDX-License-Identifier: Apache-2.0
import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';

import { cx } from '@/lib/cx';

import { Busy } from './busy';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

const kinds: Record<ButtonKind, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-deep',
  secondary: 'border border-edge bg-sheet text-ink hover:border-ink',
  quiet: 'text-ink hover:bg-well',
  danger: 'border border-problem bg-sheet text-problem hover:bg-problem hover:text-paper',
};

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-small text-body font-strong transition-colors select-none';

/** Room around words; an icon alone stands in a square. */
const wide = 'px-4';
const square = 'w-11 flex-none';

const look = (kind: ButtonKind, size: string, className?: string) => cx(shape, kinds[kind], size, className);

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  kind?: ButtonKind;
  /** Working: keeps its place and its focus, and takes no second click. */
  pending?: boolean;
  disabled?: boolean;
  /** For one icon without words. */
  isSquare?: boolean;
};

export function Button({ kind = 'secondary', pending = false, disabled = false, isSquare = false, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  const isIdle = !pending && !disabled;
  return (
    <button
      {...rest}
      type={pending && type === 'submit' ? 'button' : type}
      aria-busy={pending}
      aria-disabled={!isIdle}
      onClick={isIdle ? onClick : (event) => event.preventDefault()}
      className={look(kind, isSquare ? square : wide, cx(disabled && 'opacity-60', className))}
    >
      {pending && <Busy />}
      {children}
    </button>
  );
}

export type LinkButtonProps = LinkProps & { kind?: ButtonKind };

export function LinkButton({ kind = 'secondary', className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={look(kind, wide, className)} />;
}

export type IconButtonProps = Omit<ButtonProps, 'kind' | 'isSquare' | 'children'> & { label: string; icon: ReactNode };

/** A quiet button that is only an icon; its label is for everyone who cannot see it. */
export function IconButton({ label, icon, ...rest }: IconButtonProps) {
  return (
    <Button {...rest} kind="quiet" isSquare aria-label={label} title={label}>
      {icon}
    </Button>
  );
}
