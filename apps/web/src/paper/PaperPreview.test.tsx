import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SymposiumId } from '@rapport/domain/ids';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { PaperPages } from '@rapport/protocol/report';
import { setLocale } from '../messages/locale-store.ts';
import { PaperPreview } from './PaperPreview.tsx';

/** A paper of six pages, of which a server hands out four at a time. */
const PAGES = Array.from({ length: 6 }, (_, page) => `page${page}`);

const show = (refuseFirst = false) => {
  const asked: string[] = [];
  const get = (path: string): Promise<Outcome<PaperPages>> => {
    const query = new URL(path, 'http://here').searchParams;
    asked.push(path);
    if (refuseFirst && asked.length === 1) return Promise.resolve(fail('press-failed', 'No.'));
    const first = Number(query.get('first'));
    const known = new Set(query.get('known')?.split(','));
    const pages = PAGES.slice(first, first + 4).map((hash) => ({ hash, svg: known.has(hash) ? null : '<svg/>' }));
    return Promise.resolve(succeed({ first, count: PAGES.length, pages }));
  };
  render(<PaperPreview symposiumId={'s1' as SymposiumId} language="fr" calls={{ get } as never} />);
  return { asked };
};

const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }));
const count = (): number => screen.queryAllByRole('img').length;

let made: string[];

beforeEach(async () => {
  await setLocale('en', false);
  made = [];
  URL.createObjectURL = () => {
    made.push('one');
    return `blob:${made.length}`;
  };
  URL.revokeObjectURL = () => undefined;
});

describe('pages of the options paper', () => {
  test('come when somebody asks for them, some at a time, forwards and back', async () => {
    const { asked } = show();
    expect(asked).toEqual([]);
    await press('Show the pages');
    expect(await screen.findByText('Pages 1–4 of 6')).toBeVisible();
    expect(screen.getByRole('img', { name: 'Page 4 of 6 of the printed paper' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Earlier pages' })).toBeDisabled();
    await press('Further pages');
    expect(await screen.findByText('Pages 5–6 of 6')).toBeVisible();
    expect(count()).toBe(2);
    expect(screen.getByRole('button', { name: 'Further pages' })).toBeDisabled();
    await press('Earlier pages');
    expect(await screen.findByText('Pages 1–4 of 6')).toBeVisible();
    expect(asked.map((path) => /lang=(\w+)&first=(\d+)/.exec(path)?.slice(1))).toEqual([
      ['fr', '0'],
      ['fr', '4'],
      ['fr', '0'],
    ]);
  });

  test('a page that has not changed keeps its picture when they are set anew', async () => {
    const { asked } = show();
    await press('Show the pages');
    await waitFor(() => expect(count()).toBe(4));
    await press('Set anew');
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1]).toContain(`known=${PAGES.slice(0, 4).join(',')}`);
    await waitFor(() => expect(count()).toBe(4));
    expect(made).toHaveLength(4);
  });

  test('why there are none, and another try', async () => {
    show(true);
    await press('Show the pages');
    await press('Try again');
    expect(await screen.findByText('Pages 1–4 of 6')).toBeVisible();
  });
});
