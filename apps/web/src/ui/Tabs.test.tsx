import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Tabs } from './Tabs.tsx';

type Id = 'drafts' | 'outline' | 'ballot';

const Panel = () => {
  const [selected, setSelected] = useState<Id>('drafts');
  return (
    <Tabs<Id>
      label="Panel"
      selected={selected}
      onSelect={setSelected}
      items={[
        { id: 'drafts', label: 'My cards', content: <button type="button">Add</button> },
        { id: 'outline', label: 'Outline', note: '12', content: <p>The outline</p> },
        { id: 'ballot', label: 'Ballot', content: <p>The paper</p> },
      ]}
    />
  );
};

afterEach(() => vi.restoreAllMocks());

test('what was chosen elsewhere is brought into sight where the strip is too short for all', () => {
  const shown: (string | null)[] = [];
  vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockReturnValue(500);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(300);
  HTMLElement.prototype.scrollIntoView = function scrollIntoView(this: HTMLElement) {
    shown.push(this.textContent);
  };
  const items = [
    { id: 'outline', label: 'Outline', content: null },
    { id: 'ballot', label: 'Ballot', content: null },
  ] as const;
  const tabs = (selected: 'outline' | 'ballot') => (
    <Tabs label="Panel" items={items} selected={selected} onSelect={() => undefined} />
  );
  const { rerender } = render(tabs('outline'));
  rerender(tabs('ballot'));
  expect(shown).toEqual(['Outline', 'Ballot']);
});

test('shows the chosen view only, under the name of its tab', async () => {
  render(<Panel />);
  expect(screen.getByRole('tabpanel', { name: 'My cards' })).toHaveTextContent('Add');
  await userEvent.click(screen.getByRole('tab', { name: /Outline/ }));
  expect(screen.getByRole('tabpanel', { name: /Outline/ })).toHaveTextContent('The outline');
  expect(screen.queryByText('Add')).not.toBeInTheDocument();
});

test('is one Tab stop; arrows, Home and End choose', async () => {
  render(<Panel />);
  await userEvent.tab();
  expect(screen.getByRole('tab', { name: 'My cards' })).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(screen.getByRole('tab', { name: 'Ballot', selected: true })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(screen.getByRole('tab', { name: /Outline/, selected: true })).toHaveFocus();
  await userEvent.keyboard('{Home}');
  expect(screen.getByRole('tab', { name: 'My cards', selected: true })).toHaveFocus();
  await userEvent.tab();
  expect(screen.getByRole('button', { name: 'Add' })).toHaveFocus();
});
