import { channelsOn, type AdapterNeeds, type ChannelConfig, type SwitchedOn } from '../adapters/index.js';
import type { Channel } from './domain/channel.js';
import type { SettingStore } from './domain/ports.js';

type Given = Omit<AdapterNeeds, 'lease'> & { settings: SettingStore };

/** The channels that the configuration turns on, and those that a test or another program gives. */
export async function switchedOn(config: ChannelConfig, given: Given, more: Channel[] = []): Promise<SwitchedOn[]> {
  const { settings, ...needs } = given;
  const lease = (id: string, holder: string, until: Date) => settings.lease(id, holder, needs.now(), until);
  return [...(await channelsOn(config, { ...needs, lease })), ...more.map((channel) => ({ channel }))];
}
