import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fail } from '@rapport/protocol/failures';
import { groupState } from '../group/testing.ts';
import { ExportMenu } from './ExportMenu.tsx';

it.each([
  ['open', /Interim until the session is closed/],
  ['closed', /Final: the session is closed/],
] as const)('says which report an %s session gives', (status, text) => {
  render(<ExportMenu state={groupState({ status })} fetchFile={() => new Promise(() => undefined)} />);
  expect(screen.getByText(text)).toBeVisible();
});

it('asks for the chosen format and language, and shows a refusal as text', async () => {
  const user = userEvent.setup();
  const asked: string[] = [];
  render(
    <ExportMenu
      state={groupState()}
      fetchFile={(path) => {
        asked.push(path);
        return Promise.resolve(fail('role-refused', 'Not yours.'));
      }}
    />,
  );
  await user.click(screen.getByRole('radio', { name: /Markdown/ }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Language of the report' }), 'fr');
  await user.click(screen.getByRole('button', { name: 'Download the report' }));
  expect(asked).toEqual(['/api/groups/g1/report?format=md&lang=fr']);
  expect(await screen.findByRole('alert')).toHaveTextContent('Your role does not allow this.');
});
