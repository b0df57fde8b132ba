-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- The numbers from 1 to @numbers (at most 1,048,576), from which the rows of the benchmark are made.

CREATE TABLE bench_four (n INT PRIMARY KEY);
INSERT INTO bench_four VALUES (0), (1), (2), (3);
CREATE TABLE bench_number (n INT PRIMARY KEY) ENGINE = InnoDB;
INSERT INTO bench_number
SELECT t.n FROM (
    SELECT a.n + b.n * 4 + c.n * 16 + d.n * 64 + e.n * 256 + f.n * 1024 + g.n * 4096
         + h.n * 16384 + i.n * 65536 + j.n * 262144 + 1 AS n
    FROM bench_four a, bench_four b, bench_four c, bench_four d, bench_four e,
         bench_four f, bench_four g, bench_four h, bench_four i, bench_four j
) t WHERE t.n <= @numbers ORDER BY t.n;
DROP TABLE bench_four;
