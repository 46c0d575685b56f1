import {
  IconBell,
  IconCalendar,
  IconDeviceLaptop,
  IconFingerprint,
  IconHourglass,
  IconKey,
  IconMailX,
  IconPlugConnected,
  IconRoute,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';

/** The pages of administration, in the order of their list; `apart` begins a group. */
export const ADMIN_PAGES = [
  { id: 'staff', path: '/admin/staff', icon: IconUsers, title: 'admin.staff' },
  { id: 'sessions', path: '/admin/sessions', icon: IconDeviceLaptop, title: 'pages.sessions.title' },
  { id: 'notices', path: '/admin/notices', icon: IconBell, title: 'pages.notices.title' },
  { id: 'calendars', path: '/admin/calendars', icon: IconCalendar, title: 'pages.calendars.title', apart: true },
  { id: 'procedures', path: '/admin/procedures', icon: IconRoute, title: 'admin.procedures' },
  { id: 'channels', path: '/admin/channels', icon: IconPlugConnected, title: 'admin.channels' },
  { id: 'tokens', path: '/admin/tokens', icon: IconKey, title: 'pages.tokens.title' },
  { id: 'webhooks', path: '/admin/webhooks', icon: IconWebhook, title: 'pages.webhooks.title' },
  { id: 'owed', path: '/admin/owed', icon: IconHourglass, title: 'pages.owed.title', apart: true },
  { id: 'letters', path: '/admin/dead-letters', icon: IconMailX, title: 'admin.letters' },
  { id: 'audit', path: '/admin/audit', icon: IconFingerprint, title: 'pages.audit.title' },
] as const;
