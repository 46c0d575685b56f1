import mongoose from 'mongoose';
import { UnsupportedByEmbeddedEngine } from './errors.js';

/** Gives `target` a method that names itself in an error, for every method of a driver's class it lacks. */
export function refuseOtherMethods(target: object, driverClass: { prototype: object }, owner: string): void {
  for (const name of Object.getOwnPropertyNames(driverClass.prototype)) {
    const isMethod = typeof Object.getOwnPropertyDescriptor(driverClass.prototype, name)?.value === 'function';
    if (!isMethod || name in target) continue;
    Object.defineProperty(target, name, {
      value: () => {
        throw new UnsupportedByEmbeddedEngine(`${owner}.${name}()`);
      },
    });
  }
}

export const { Collection: DriverCollection, Db: DriverDb, MongoClient: DriverClient } = mongoose.mongo;
