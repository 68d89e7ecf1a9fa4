import { create } from 'zustand';
import { announce } from './announce.ts';

export type Notice = {
  text: string;
  tone?: 'info' | 'ok' | 'warn' | 'danger';
  /** Something to do about it, as long as the notice stands. */
  action?: { label: string; onAction: () => void };
};
export type Toast = Notice & { id: number };

export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }));

let last = 0;

/** Shows a notice for a while; one that says what went wrong stays until it is closed. */
export const notify = (notice: Notice): void => {
  last += 1;
  const toast = { ...notice, id: last };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), toast] }));
  announce(notice.text, notice.tone === 'danger' ? 'assertive' : 'polite');
};

export const dismissToast = (id: number): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }));
