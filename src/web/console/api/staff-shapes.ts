export interface Person {
  name: string;
  displayName: string;
  roles: string[];
  department?: string;
  skills: string[];
  no?: string;
  active: boolean;
  offDuty?: boolean;
  mustChangePassword?: boolean;
  /** For admins only. */
  signsIn?: boolean;
  invitedUntil?: string;
  lockedUntil?: string;
}
