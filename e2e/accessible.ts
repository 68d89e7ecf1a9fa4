import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails with a line for each barrier axe finds on the page as it stands. */
export const expectAccessible = async (page: Page, where: string, { without = [] as string[] } = {}): Promise<void> => {
  // React Aria's announcer keeps for some seconds what it has said, by the name of a button that may be gone by then.
  const { violations } = await new AxeBuilder({ page })
    .exclude('[data-live-announcer]')
    .disableRules(without)
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${where}: ${id} (${help}) at ${node.target.join(' ')}`),
  );
  expect(found).toEqual([]);
};
