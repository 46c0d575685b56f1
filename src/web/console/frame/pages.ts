import {
  IconChartBar,
  IconHourglass,
  IconInbox,
  IconListCheck,
  IconRubberStamp,
  IconSettings,
} from '@tabler/icons-react';

/** The pages of the rail; `key` leads there after G, `also` is how the addresses below one begin. */
export const PAGES = [
  { id: 'inbox', path: '/inbox', also: '/conversations', key: 'I', icon: IconInbox },
  { id: 'cases', path: '/cases', also: '/cases/', key: 'C', icon: IconListCheck },
  { id: 'approvals', path: '/approvals', also: '/approvals', key: 'A', icon: IconRubberStamp },
  { id: 'promises', path: '/promises', also: '/promises', key: 'P', icon: IconHourglass },
  { id: 'reports', path: '/reports', also: '/reports', key: 'R', icon: IconChartBar },
  { id: 'admin', path: '/admin/staff', also: '/admin', key: 'S', icon: IconSettings },
];
