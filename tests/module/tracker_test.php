<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Runs the module of the source shop against a private server: its scripts, then its observers,
// through a stand-in for the framework. Says what is wrong and ends with 1 if anything is.

error_reporting(E_ALL);
set_error_handler(function ($level, $message, $file, $line) {
    throw new ErrorException($message, 0, $level, $file, $line);
});

$module = dirname(__DIR__, 2) . '/source-module';
spl_autoload_register(function ($class) use ($module) {
    $file = $module . '/app/code/community/' . str_replace('_', '/', $class) . '.php';
    if (is_file($file)) {
        require $file;
    }
});

require __DIR__ . '/framework.php';
require __DIR__ . '/shop.php';
require __DIR__ . '/fixture.php';
require __DIR__ . '/table_checks.php';
require __DIR__ . '/event_checks.php';

$good = true;
foreach (array('TableChecks', 'EventChecks') as $class) {
    $checks = new $class($module, getenv('DATASYNC_TEST_SOCKET'));
    $good = $checks->run() && $good;
}
exit($good ? 0 : 1);
