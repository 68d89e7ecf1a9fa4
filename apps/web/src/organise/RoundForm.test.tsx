import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { PHASE_TEMPLATES } from '@rapport/domain/phase-templates';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { NewRound } from '@rapport/protocol/http';
import { RoundForm } from './RoundForm.tsx';

const setUp = (answer: Outcome<unknown> = succeed(null)): NewRound[] => {
  const made: NewRound[] = [];
  render(
    <RoundForm
      seats={400}
      number={2}
      onSubmit={(input) => {
        made.push(input);
        return Promise.resolve(answer);
      }}
    />,
  );
  return made;
};
const submit = () => userEvent.click(screen.getByRole('button', { name: 'Make the groups' }));
const ask = (question: string) =>
  userEvent.type(screen.getByRole('textbox', { name: 'Question to the groups' }), question);

test('takes the roster’s groups unless told otherwise', async () => {
  const made = setUp();
  await ask('What next?');
  await submit();
  expect(made).toEqual([{ title: 'Round 2', question: 'What next?', useRosterGroups: true }]);
});

test.each([
  ['Groups of a size', 'People in a group', '18', { groupSize: 18 }],
  ['A number of groups', 'Number of groups', '24', { groups: 24 }],
])('deals: %s', async (method, field, amount, expected) => {
  const made = setUp();
  await ask('What next?');
  await userEvent.click(screen.getByRole('radio', { name: method }));
  const number = screen.getByRole('textbox', { name: field });
  await userEvent.clear(number);
  await userEvent.type(number, amount);
  await submit();
  expect(made).toEqual([{ title: 'Round 2', question: 'What next?', ...expected }]);
});

test('needs a question, and a number that can be', async () => {
  const made = setUp();
  await userEvent.click(screen.getByRole('radio', { name: 'A number of groups' }));
  await userEvent.clear(screen.getByRole('textbox', { name: 'Number of groups' }));
  await submit();
  expect(screen.getByText('This is needed.')).toBeVisible();
  expect(screen.getByText('Enter a number from 1 to 200.')).toBeVisible();
  expect(made).toEqual([]);
});

test('explains a roster without groups', async () => {
  setUp(fail('invalid-input', '', 'useRosterGroups'));
  await ask('What next?');
  await submit();
  expect(await screen.findByRole('alert')).toHaveTextContent('The roster names no groups.');
});

test('sends the steps of another template', async () => {
  const made = setUp();
  await ask('What next?');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Steps of the session' }), 'Forty-five minutes');
  expect(screen.getByText('8 steps, 45 minutes in all')).toBeVisible();
  await submit();
  expect(made[0]?.template).toEqual(PHASE_TEMPLATES.short);
});

test('steps are added, repeated, moved, timed and removed by buttons', async () => {
  const made = setUp();
  await ask('What next?');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Steps of the session' }), 'Weigh a given list');
  await userEvent.click(screen.getByText('See and change the steps'));
  await userEvent.click(screen.getByRole('button', { name: 'Remove step 6' }));
  await userEvent.click(screen.getByRole('button', { name: 'Add a step' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Step 7' }), 'Evaluate');
  await userEvent.click(screen.getByRole('button', { name: 'Move step 7 up' }));
  const minutes = screen.getByRole('textbox', { name: 'Minutes of step 6' });
  await userEvent.clear(minutes);
  await submit();
  expect(screen.getByText('Every step takes from 1 to 600 minutes.')).toBeVisible();
  expect(made).toEqual([]);
  await userEvent.type(minutes, '7');
  expect(screen.getByRole('combobox', { name: 'Steps of the session' })).toHaveValue('own');
  await submit();
  expect(made[0]?.template).toEqual([
    { kind: 'lobby', minutes: 5 },
    { kind: 'frame', minutes: 5 },
    { kind: 'clarify', minutes: 10 },
    { kind: 'evaluate', minutes: 10 },
    { kind: 'discuss', minutes: 15 },
    { kind: 'evaluate', minutes: 7 },
    { kind: 'readback', minutes: 5 },
  ]);
});
