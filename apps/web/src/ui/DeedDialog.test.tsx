import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import { DeedDialog } from './DeedDialog.tsx';

test('closes when its deed is done; refused, it stays and says why', async () => {
  const heard: unknown[] = [];
  const answers: Outcome<number>[] = [fail('conflict', 'Not now.'), succeed(7)];
  render(
    <DeedDialog
      title="Merge?"
      confirm="Merge them"
      deed={() => Promise.resolve(answers.shift() ?? succeed(0))}
      onDone={(value) => heard.push(['done', value])}
      onRefused={({ code }) => heard.push(['refused', code])}
      onClose={() => heard.push('closed')}
    >
      <input aria-label="Title" defaultValue="Ports" />
    </DeedDialog>,
  );
  const deed = await screen.findByRole('button', { name: 'Merge them' });
  await userEvent.click(deed);
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(screen.getByRole('textbox')).toHaveValue('Ports');
  expect(heard).toEqual([['refused', 'conflict']]);
  await userEvent.click(deed);
  expect(heard.slice(1)).toEqual([['done', 7], 'closed']);
});

test('waits until what it needs is there', async () => {
  render(
    <DeedDialog
      title="Merge?"
      confirm="Merge them"
      isReady={false}
      deed={() => Promise.resolve(succeed(0))}
      onClose={() => undefined}
    >
      <p>Nothing yet</p>
    </DeedDialog>,
  );
  expect(await screen.findByRole('button', { name: 'Merge them' })).toBeDisabled();
});
