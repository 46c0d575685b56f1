import { Menu } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

/** A menu under a button: arrows move, Esc closes and gives the focus back. */
export function DropMenu({ target, children }: { target: ReactElement; children: ReactNode }) {
  return (
    <Menu
      unstyled
      transitionProps={{ duration: 0 }}
      position="bottom-end"
      classNames={{ dropdown: 'm-pop m-menu', item: 'm-item' }}
      withinPortal
    >
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

export const MenuItem = Menu.Item;
export const MenuLabel = Menu.Label;
