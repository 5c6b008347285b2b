import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { MemoryRouter, useNavigate } from 'react-router';
import { Page } from './page.js';

/** A screen that is on its way until `Saapuu` is pressed from outside of the focus. */
const Journey = () => {
  const navigate = useNavigate();
  const [hasCome, setCome] = useState(false);
  return (
    <>
      <button onClick={() => void navigate('/tanaan')}>Tänään</button>
      <button aria-expanded={true} onFocus={() => setTimeout(() => setCome(true))}>
        Valikko
      </button>
      <button onFocus={() => setTimeout(() => setCome(true))}>Muu</button>
      {hasCome && <Page title="Tänään">Päivä</Page>}
    </>
  );
};
const goThen = async (to: 'Valikko' | 'Muu'): Promise<void> => {
  const user = userEvent.setup();
  render(<Journey />, { wrapper: MemoryRouter });
  await user.click(screen.getByRole('button', { name: 'Tänään' }));
  await user.click(screen.getByRole('button', { name: to }));
  await screen.findByRole('heading', { name: 'Tänään' });
};

describe('a screen that comes after the reader has pressed something', () => {
  it('takes the focus to its title', async () => {
    await goThen('Muu');

    expect(screen.getByRole('heading', { name: 'Tänään' })).toHaveFocus();
  });

  it('leaves it in a menu that was opened meanwhile', async () => {
    await goThen('Valikko');

    expect(screen.getByRole('button', { name: 'Valikko' })).toHaveFocus();
  });
});
