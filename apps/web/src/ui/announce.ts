/** Says something to screen readers; `assertive` interrupts. Needs `LiveRegion` on the page. */
export const announce = (text: string, urgency: 'polite' | 'assertive' = 'polite'): void => {
  const region = document.getElementById(`announce-${urgency}`);
  if (region === null) return;
  // The same text twice is only read when it is a new node.
  const line = document.createElement('p');
  line.textContent = text;
  region.append(line);
  while (region.childElementCount > 3) region.firstElementChild?.remove();
};
