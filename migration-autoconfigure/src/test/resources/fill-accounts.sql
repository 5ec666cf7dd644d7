INSERT INTO account (id, name) VALUES (7, 'Bob');
