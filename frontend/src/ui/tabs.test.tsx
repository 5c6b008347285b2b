import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Tabs } from './tabs.js';

const ThreeTabs = () => {
  const [selected, setSelected] = useState('a');
  return (
    <Tabs
      label="Osat"
      selected={selected}
      onSelect={setSelected}
      tabs={[
        { id: 'a', label: 'Ensimmäinen', content: 'yksi' },
        { id: 'b', label: 'Toinen', content: 'kaksi', count: 2, countLabel: 'lukematta' },
        { id: 'c', label: 'Kolmas', content: 'kolme' },
      ]}
    />
  );
};

describe('tabs', () => {
  it('are one stop for Tab, and arrows walk them round', async () => {
    const user = userEvent.setup();
    render(<ThreeTabs />);

    await user.tab();
    expect(screen.getByRole('tab', { name: 'Ensimmäinen' })).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByRole('tab', { name: 'Kolmas' })).toHaveFocus();
    expect(screen.getByRole('tabpanel', { name: 'Kolmas' })).toHaveTextContent('kolme');
    await user.keyboard('{Home}{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Toinen 2 lukematta' })).toHaveAttribute('aria-selected', 'true');
    await user.tab();
    expect(screen.getByRole('tabpanel')).toHaveFocus();
  });
});
