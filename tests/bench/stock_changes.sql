-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- Changes the stock of every product of the source, whatever it was, as a day of sales and deliveries
-- would. NULL stays NULL: rows that grow cost half as much again, and it must not be those of every
-- second round.

UPDATE cataloginventory_stock_item
SET qty = qty + 1 + product_id % 9, is_in_stock = 1 - is_in_stock, min_qty = min_qty + 1,
    notify_stock_qty = notify_stock_qty + 1, low_stock_date = low_stock_date + INTERVAL 1 DAY,
    stock_status_changed_auto = 1 - stock_status_changed_auto;
UPDATE cataloginventory_stock_status s JOIN cataloginventory_stock_item i USING (product_id, stock_id)
SET s.qty = i.qty, s.stock_status = i.is_in_stock;
