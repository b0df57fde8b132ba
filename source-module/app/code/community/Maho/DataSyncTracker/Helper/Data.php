<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors

/**
 * Keeps failures of the tracker away from the shop.
 */
class Maho_DataSyncTracker_Helper_Data extends Mage_Core_Helper_Abstract
{
    /** @var bool One line a request tells as much as hundreds. */
    protected $_logged = false;

    /**
     * Runs $work; whatever goes wrong in it is logged, and the shop goes on.
     *
     * @param callable $work
     */
    public function guard($work)
    {
        try {
            $work();
        } catch (Throwable $problem) {
            $this->_logOnce($problem);
        }
    }

    protected function _logOnce(Throwable $problem)
    {
        if ($this->_logged) {
            return;
        }
        $this->_logged = true;
        // Magento 1.9 logs exceptions alone, and an error of PHP is none.
        Mage::logException(new Exception(
            'Maho_DataSyncTracker could not announce a change, datasync will miss it: ' . $problem->getMessage(),
            0,
            $problem
        ));
    }
}
