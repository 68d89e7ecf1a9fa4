import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fail, succeed } from '@rapport/protocol/failures';
import { groupState } from '../group/testing.ts';
import { ExportMenu } from './ExportMenu.tsx';

const hintOf = (radio: HTMLElement): string | undefined =>
  document.querySelector(`#${CSS.escape(radio.getAttribute('aria-describedby') ?? '')}`)?.textContent ?? undefined;

it.each([
  ['open', /Interim until the session is closed/],
  ['closed', /Final: the session is closed/],
] as const)('says which report an %s session gives', (status, text) => {
  render(<ExportMenu state={groupState({ status })} fetchFile={() => new Promise(() => undefined)} />);
  expect(screen.getByText(text)).toBeVisible();
});

it('offers every format with what it is for', () => {
  render(<ExportMenu state={groupState()} fetchFile={() => new Promise(() => undefined)} />);
  const offered = screen.getAllByRole('radio').map((radio) => [radio.getAttribute('value'), hintOf(radio)]);
  expect(offered).toEqual([
    ['docx', 'To edit and to print'],
    ['pdf', 'To print, to send and to keep: the pages as they are'],
    ['pptx', 'Three slides to report back to the plenary'],
    ['md', 'For mail and for notes'],
    ['csv', 'For a spreadsheet: options, cards and every figure, one a line'],
    ['json', 'For other programs'],
  ]);
});

it('says how large the file was', async () => {
  const blob = new Blob(['x'.repeat(12_345)]);
  render(
    <ExportMenu
      state={groupState()}
      fetchFile={() => Promise.resolve(succeed({ blob, fileName: 'report-interim.docx' }))}
    />,
  );
  await userEvent.setup().click(screen.getByRole('button', { name: 'Download the report' }));
  expect(await screen.findByText('Downloaded: report-interim.docx (12 kB)')).toBeVisible();
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
