// Run by mongosh in the service `mongo-init`. Initiates the replica set at the first start, and gives each subgraph a user
// that may read and write its own database only. Each run sets the passwords to those of the environment.
const { readFileSync } = require('node:fs');

const departments = JSON.parse(readFileSync('/init/departments.json', 'utf8'));
const owners = [...departments.map(({ code }) => ({ user: code, database: `plan_${code}` }))];
owners.push({ user: 'plan', database: 'plan_office' });

db.getSiblingDB('admin').auth('root', process.env.MONGO_ROOT_PASSWORD);

try {
  rs.status();
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error;
  rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }] });
}
while (!db.hello().isWritablePrimary) sleep(200);

for (const { user, database } of owners) {
  const variable = `${user.toUpperCase()}_PASSWORD`;
  const pwd = process.env[variable];
  if (!pwd) throw new Error(`${variable} must be set.`);
  const own = db.getSiblingDB(database);
  const roles = [{ role: 'readWrite', db: database }];
  if (own.getUser(user)) own.updateUser(user, { pwd, roles });
  else own.createUser({ user, pwd, roles });
  print(`${user} may read and write ${database}`);
}
