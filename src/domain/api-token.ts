/** A program's way in, in the name of a person. */
export interface ApiToken {
  id: string;
  /** SHA-256 of the whole token. */
  hash: string;
  /** Whom it acts as. */
  name: string;
  /** What it is for. */
  label: string;
  /** It acts by those of them that the person still holds. */
  roles: string[];
  createdBy: string;
  createdAt: Date;
  expiresAt?: Date;
}

export interface TokenStore {
  create(token: ApiToken): Promise<void>;
  find(id: string): Promise<ApiToken | undefined>;
  all(): Promise<ApiToken[]>;
  /** False when there is none. */
  revoke(id: string): Promise<boolean>;
  revokeAllOf(name: string): Promise<void>;
}
