import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { navigate, usePath } from '../location.ts';
import { Link } from './Link.tsx';

const Here = () => <p>at {usePath()}</p>;

afterEach(() => navigate('/', { replace: true }));

test('a link goes to another page without loading it, and back', async () => {
  const user = userEvent.setup();
  render(
    <>
      <Link href="/organise">Organise</Link>
      <Here />
    </>,
  );
  await user.click(screen.getByRole('link', { name: 'Organise' }));
  expect(screen.getByText('at /organise')).toBeInTheDocument();
  history.back();
  expect(await screen.findByText('at /')).toBeInTheDocument();
});

test('with a modifier, or where somebody has dealt with it, a link is not ours', async () => {
  const user = userEvent.setup();
  render(
    <>
      <Link href="/organise">Organise</Link>
      <Link href="/s/partners" onClick={(event) => event.preventDefault()}>
        Partners
      </Link>
      <Here />
    </>,
  );
  await user.keyboard('{Control>}');
  await user.click(screen.getByRole('link', { name: 'Organise' }));
  await user.keyboard('{/Control}');
  await user.click(screen.getByRole('link', { name: 'Partners' }));
  expect(screen.getByText('at /')).toBeInTheDocument();
});
