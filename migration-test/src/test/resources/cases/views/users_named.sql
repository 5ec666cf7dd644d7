CREATE OR REPLACE VIEW users_named AS SELECT id, name FROM users;
