import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { SignIn } from '@rapport/protocol/http';
import { CodeForm } from './CodeForm.tsx';

const door = (answer: Outcome<unknown>) => {
  const tried: SignIn[] = [];
  const onSignIn = (input: SignIn): Promise<Outcome<unknown>> => {
    tried.push(input);
    return Promise.resolve(answer);
  };
  return { tried, onSignIn };
};

test('takes a code however it is typed', async () => {
  const { tried, onSignIn } = door(succeed(null));
  render(<CodeForm onSignIn={onSignIn} />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Your code' }), 'k7m-2 qx{Enter}');
  expect(tried).toEqual([{ joinCode: 'k7m2qx' }]);
});

test('asks for a code before it asks the server', async () => {
  const { tried, onSignIn } = door(succeed(null));
  render(<CodeForm onSignIn={onSignIn} />);
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  expect(tried).toEqual([]);
  expect(screen.getByText('Enter the code from your badge.')).toBeVisible();
});

test('says why a code is refused, and forgets it with the next letter', async () => {
  const { onSignIn } = door(fail('unknown-code', ''));
  render(<CodeForm onSignIn={onSignIn} />);
  const field = screen.getByRole('textbox', { name: 'Your code' });
  await userEvent.type(field, 'WRONG1{Enter}');
  expect(await screen.findByText(/This code is not known here/)).toBeVisible();
  expect(field).toBeInvalid();
  await userEvent.type(field, '{Backspace}');
  expect(screen.queryByText(/This code is not known here/)).not.toBeInTheDocument();
  expect(field).toBeValid();
});
