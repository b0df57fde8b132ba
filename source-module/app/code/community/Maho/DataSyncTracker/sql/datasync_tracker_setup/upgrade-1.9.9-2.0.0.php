<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// From any version below 2: Magento takes upgrades that begin at or above the installed version.

/** @var Maho_DataSyncTracker_Model_Resource_Setup $installer */
$installer = $this;
$installer->startSetup();
$installer->ensureTrackerTable();
$installer->endSetup();
