import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fail, succeed, type Outcome } from '@rapport/protocol/failures';
import type { SignIn } from '@rapport/protocol/http';
import { WalkInForm } from './WalkInForm.tsx';

test('needs the group’s code and a name; the nation may be left out', async () => {
  const tried: SignIn[] = [];
  render(
    <WalkInForm
      onSignIn={(input) => {
        tried.push(input);
        return Promise.resolve(succeed(null));
      }}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Join the group' }));
  expect(screen.getAllByText('This is needed.')).toHaveLength(2);
  expect(tried).toEqual([]);
  await userEvent.type(screen.getByRole('textbox', { name: 'Code of the group' }), 'G7M2QX');
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Ada Birch');
  await userEvent.click(screen.getByRole('button', { name: 'Join the group' }));
  expect(tried).toEqual([{ groupCode: 'G7M2QX', displayName: 'Ada Birch' }]);
});

const refuse = (): Promise<Outcome<unknown>> => Promise.resolve(fail('walk-ins-refused', ''));

test('says why it is refused', async () => {
  render(<WalkInForm onSignIn={refuse} />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Code of the group' }), 'G7M2QX');
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Ada');
  await userEvent.type(screen.getByRole('textbox', { name: 'Nation or organisation' }), 'Norway');
  await userEvent.click(screen.getByRole('button', { name: 'Join the group' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('This symposium takes no walk-ins.');
});
