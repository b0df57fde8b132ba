<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where the module was never installed; the table may be there all the same.

/** @var Maho_DataSyncTracker_Model_Resource_Setup $installer */
$installer = $this;
$installer->startSetup();
$installer->ensureTrackerTable();
$installer->endSetup();
